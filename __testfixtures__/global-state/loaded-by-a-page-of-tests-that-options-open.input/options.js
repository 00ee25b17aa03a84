document.title = 'Options';
document.onclick = () => open('tests/index.html');
