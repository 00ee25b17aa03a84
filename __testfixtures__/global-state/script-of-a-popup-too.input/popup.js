document.title = count();
