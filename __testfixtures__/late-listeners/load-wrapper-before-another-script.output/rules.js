const rules = ['a', 'b'];
startUp();
