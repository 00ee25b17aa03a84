localStorage.settings = JSON.stringify({ a: 1 });
localStorage.other = 'x';
