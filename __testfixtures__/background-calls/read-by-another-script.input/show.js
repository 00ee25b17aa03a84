document.title = title;
