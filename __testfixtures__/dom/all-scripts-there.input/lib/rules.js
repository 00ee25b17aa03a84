const rules = [];
