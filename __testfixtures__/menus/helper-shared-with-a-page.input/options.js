document.querySelector('button').onclick = () => add('more', 'More', () => console.log('more'));
