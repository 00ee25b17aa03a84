document.title = window.count;
