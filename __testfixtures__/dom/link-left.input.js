chrome.runtime.onMessage.addListener((message) => {
  show(message.url);
  fixed(message.url);
  later(message.url);
  twice(message.url);
  written(message.url);
  handedOn(message.url);
  chosen(message.url);
  commented(message.url);
  elsewhere(message.url);
  inLoop([message.url]);
  own(message.url);
});

function show(url) {
  const a = document.createElement('a');
  a.href = url;
  a.textContent = a.hostname;
}

function fixed(url) {
  const a = document.createElement('a');
  a.href = url;
  console.log(a.hostname, a.href);
}

function later(url) {
  const a = document.createElement('a');
  console.log(a.hostname);
  a.href = url;
}

function twice(url) {
  const a = document.createElement('a');
  a.href = url;
  if (a.host === '') a.href = `http://${url}`;
  return a.host;
}

function written(url) {
  const a = document.createElement('a');
  a.href = url;
  a.search = '';
  return a.hostname;
}

function handedOn(url) {
  const a = document.createElement('a');
  a.href = url;
  console.log(a, a.hostname);
}

function chosen(url) {
  let a = document.createElement('a');
  a.href = url;
  if (a.host === 'example.com') a = { host: 'example.org' };
  return a.host;
}

function commented(url) {
  const a = document.createElement('a');
  // The browser takes it apart.
  a.href = url;
  return a.hostname;
}

function elsewhere(url) {
  if (url) {
    var a = document.createElement('a');
    a.href = url;
  }
  return a.hostname;
}

function inLoop(urls) {
  for (const url of urls) {
    var a = document.createElement('a');
    a.href = url;
    setTimeout(() => console.log(a.hostname));
  }
}

function own(url) {
  const [a] = [document.createElement('a')];
  a.href = url;
  return a.hostname;
}
