/** What charts are about: a title, what the upright axis measures, and the names along the other one. */
export const plotTopics = [
  { title: 'Bicycles sold per month', axis: 'Bicycles', labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'], noun: 'bicycles', place: 'month' },
  { title: 'Votes for the class trip', axis: 'Votes', labels: ['Zoo', 'Museum', 'Lake', 'Castle'], noun: 'votes', place: 'choice' },
  { title: 'Rain in the valley', axis: 'Millimetres', labels: ['Alton', 'Brook', 'Carley', 'Denby', 'Elton'], noun: 'mm', place: 'town' },
  { title: 'Loaves baked by each team', axis: 'Loaves', labels: ['Red', 'Blue', 'Green', 'Gold'], noun: 'loaves', place: 'team' },
  { title: 'Calls answered by the desk', axis: 'Calls', labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], noun: 'calls', place: 'day' },
  { title: 'Goals in the summer league', axis: 'Goals', labels: ['Lions', 'Hawks', 'Bears', 'Wolves', 'Sharks'], noun: 'goals', place: 'club' },
] as const;
