document.title = 'Options';
