document.addEventListener('click', () => load('/news', console.log));
