const icon = (url) => "chrome://favicon/" + url;
console.log(icon(""));
