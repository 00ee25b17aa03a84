$('body').hidden = false;
