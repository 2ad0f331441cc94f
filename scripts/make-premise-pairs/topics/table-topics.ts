/** What tables are about: a title, the corner, columns of counts and rows. */
export const tableTopics = [
  { title: 'Books lent by the town library', corner: 'Month', columns: ['Novels', 'Comics', 'Travel'], rows: ['March', 'April', 'May', 'June', 'July'] },
  { title: 'Trees planted in the parks', corner: 'Park', columns: ['Oak', 'Maple', 'Birch', 'Linden'], rows: ['Hillside', 'Riverbank', 'Old Mill', 'Station'] },
  { title: 'Meals served in the canteen', corner: 'Day', columns: ['Soup', 'Pasta', 'Salad'], rows: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] },
  { title: 'Members of the sports clubs', corner: 'Club', columns: ['Juniors', 'Adults', 'Seniors'], rows: ['Rowing', 'Chess', 'Tennis', 'Judo', 'Fencing', 'Cycling'] },
  { title: 'Parcels handled by the depot', corner: 'Week', columns: ['Letters', 'Small parcels', 'Large parcels'], rows: ['Week A', 'Week B', 'Week C', 'Week D'] },
  { title: 'Stock of the stationery shop', corner: 'Article', columns: ['Shelf', 'Cellar'], rows: ['Pencils', 'Rulers', 'Notebooks', 'Erasers', 'Scissors'] },
  { title: 'Passengers of the ferries', corner: 'Ferry', columns: ['Morning', 'Noon', 'Evening'], rows: ['Albatross', 'Cormorant', 'Heron', 'Pelican'] },
] as const;

/** Tables of words: what each row is like. */
export const wordTableTopics = [
  { title: 'Rooms of the guest house', corner: 'Room', column: 'View', rows: ['Rose', 'Tulip', 'Lily', 'Violet', 'Daisy'], words: ['garden', 'street', 'harbour', 'courtyard', 'mountain'] },
  { title: 'Courses of the evening school', corner: 'Course', column: 'Teacher', rows: ['Pottery', 'Spanish', 'Cooking', 'Drawing'], words: ['Miller', 'Novak', 'Okafor', 'Hansen', 'Silva'] },
  { title: 'Exhibits in the science hall', corner: 'Exhibit', column: 'Material', rows: ['Pendulum', 'Turbine', 'Telescope', 'Lever', 'Prism'], words: ['copper', 'glass', 'timber', 'steel', 'marble'] },
  { title: 'Duties of the school garden', corner: 'Group', column: 'Task', rows: ['Foxes', 'Badgers', 'Otters', 'Squirrels'], words: ['watering', 'weeding', 'planting', 'pruning', 'harvesting'] },
] as const;
