const images = { background: 'background.html' };
console.log(images.background);
