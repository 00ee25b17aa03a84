fetch('list.json');
