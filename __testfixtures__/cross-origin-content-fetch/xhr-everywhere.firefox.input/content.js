const request = new XMLHttpRequest();
request.open('GET', 'https://api.example.org/list?' + location.host);
request.onload = () => console.log(request.responseText);
request.send();

$.getJSON('https://api.example.org/more', console.log);
