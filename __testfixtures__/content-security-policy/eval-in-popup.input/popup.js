document.querySelector('output').value = eval(document.querySelector('input').value);
