const request = new XMLHttpRequest();
request.open('GET', 'https://example.com/', false);
request.send();
