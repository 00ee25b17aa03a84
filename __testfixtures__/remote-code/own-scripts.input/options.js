const template = { template: (text) => text };
console.log(template.template('a'));
