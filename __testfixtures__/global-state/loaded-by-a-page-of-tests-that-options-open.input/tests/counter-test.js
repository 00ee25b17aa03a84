document.title = opened === 0 ? 'good' : 'bad';
open('/tests/index.html#2');
