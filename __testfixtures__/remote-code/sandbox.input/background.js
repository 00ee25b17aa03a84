const parse = (text) => JSON.parse(text);
const evaluation = { eval: parse };
setTimeout(() => evaluation.eval('{}'), 10);
setInterval(tick, 1000);
function tick() {}
class Function {}
console.log(new Function());
