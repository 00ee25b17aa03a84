fetch('http://example.com/');
