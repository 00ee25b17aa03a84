document.body.onclick = () => eval(document.body.title);
