$.get('http://example.com/list', console.log);
