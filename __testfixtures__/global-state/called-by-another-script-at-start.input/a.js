let n = 0;
function bump() { n++; console.log(n); }
