const path = '/v1';
fetch(`${API}${path}/items?q=${document.title}`).then(console.log);

document.onclick = () => {
  const url = HOSTS.images + document.title + '.png';
  fetch(url).then(console.log);
};

$.ajax({ url: API + '/users', method: 'POST' });
fetch(new Request(API)).then(console.log);
fetch(new URL('/v2', API)).then(console.log);

let other = API;
document.onkeydown = () => {
  other = location.origin;
};
fetch(`${other}/own`).then(console.log);
fetch(new URL('/own', location.href)).then(console.log);
fetch(document.body.dataset.api + '/api.example.org/').then(console.log);
