document.body.append("injected");
