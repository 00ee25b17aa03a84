new SockJS('https://example.com/');
$('body');
