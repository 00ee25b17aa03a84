const PLACES = [
  { id: 'dictionary', title: 'Look it up' },
  { id: 'map', title: 'Show it on a map' },
  { id: 'shop', title: 'Buy it' },
];
