window.browser = window.browser || window.chrome;
window.fetch('https://example.com/').then((answer) => console.log(answer.status));
