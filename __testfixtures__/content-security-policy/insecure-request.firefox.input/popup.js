const server = 'http://nas.local/api';

fetch(`${server}/list`).then((response) => response.json()).then(console.log);
