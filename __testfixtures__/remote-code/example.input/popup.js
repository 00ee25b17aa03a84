document.title = 'Chart';
