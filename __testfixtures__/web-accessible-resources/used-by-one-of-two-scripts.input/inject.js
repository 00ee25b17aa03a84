window.reader = true;
