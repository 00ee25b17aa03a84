document.body.append(template("x")());
