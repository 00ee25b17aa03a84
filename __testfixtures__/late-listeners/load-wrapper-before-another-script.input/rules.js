const rules = ['a', 'b'];
