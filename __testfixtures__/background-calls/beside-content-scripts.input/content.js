document.title = 'content';
