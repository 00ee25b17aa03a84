const first = new XMLHttpRequest();
first.open('GET', 'https://example.com/api');
first.timeout = 4000;
first.onload = () => console.log(first.status);
first.onerror = () => console.log('failed');
first.send();

const second = new XMLHttpRequest();
second.open('GET', 'https://example.com/api');
for (const name of Object.keys(headers)) second.setRequestHeader(name, headers[name]);
second.onload = () => console.log(second.status);
second.send();
