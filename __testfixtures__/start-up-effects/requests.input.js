fetch('https://api.example/ping');

function check() {
  const request = new XMLHttpRequest();
  request.open('GET', 'https://api.example/news');
  request.send();
}
check();
