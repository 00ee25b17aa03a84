function load(url, done) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onload = () => done(request.status);
  request.send();
}
