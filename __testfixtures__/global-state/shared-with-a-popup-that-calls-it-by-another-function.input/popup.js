document.title = greet('you');
