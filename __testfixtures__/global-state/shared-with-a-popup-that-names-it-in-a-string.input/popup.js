document.body.innerHTML = '<button onclick="countOpened()">+</button>';
