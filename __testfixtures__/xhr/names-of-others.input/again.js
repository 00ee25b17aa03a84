const third = new XMLHttpRequest();
third.open('GET', 'https://example.com/api');
third.timeout = 4000;
third.onload = () => console.log(third.status);
third.onerror = () => console.log('failed');
third.send();
