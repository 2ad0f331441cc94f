/** What receipts are about: a shop, lines under its name, articles with a usual price in cents. */
export const receiptTopics = [
  { shop: 'CORNER BAKERY', notes: ['8 Market Lane', 'Till 2'], articles: [['Rye bread', 380], ['Butter croissant', 165], ['Apple pie', 420], ['Cheese roll', 245], ['Hot chocolate', 310]] },
  { shop: 'Seaside Books', notes: ['Harbour Walk 31'], articles: [['Atlas of birds', 2490], ['Crime novel', 1195], ['Notebook', 540], ['Greeting card', 325]] },
  { shop: 'GARDEN & TOOLS', notes: ['North Road', 'Served by Ann'], articles: [['Flower pot', 890], ['Watering can', 1450], ['Seed mix', 375], ['Garden gloves', 695], ['Trowel', 780]] },
  { shop: 'Bluebird Diner', notes: ['Table 12', 'Guests: 3'], articles: [['Tomato soup', 480], ['Grilled fish', 1590], ['Side salad', 390], ['Lemonade', 285], ['Ice cream', 450]] },
  { shop: 'KIOSK AT THE PIER', notes: ['Open every day'], articles: [['Newspaper', 220], ['Sparkling water', 175], ['Postcard', 110], ['Sun hat', 1290]] },
] as const;
