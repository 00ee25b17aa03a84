const FAVICON = "chrome://favicon/";
img.src = FAVICON + url;
img.src = `chrome://favicon/${host}/path`;
img.src = "chrome://favicon2/?size=32&pageUrl=" + url;
img.src = "chrome://favicon/iconurl/" + url;
img.src = "<img src=chrome://favicon/" + url;
img.src = String.raw`chrome://favicon/${url}`;
var img, url, host;
