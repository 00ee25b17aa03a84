function show(img, div, { url, a, b }, tab) {
  img.src = `chrome://favicon/${url}`;
  img.src = `chrome://favicon/size/32/${tab.url}`;
  img.src = 'chrome://favicon/size/16@2x/' + (a || b);
  img.src = 'chrome://favicon/origin/' + a.origin + '/' + b;
  img.src = 'chrome://favicon/https://example.com/';
  img.src = 'chrome://favicon/' + encodeURIComponent(url);
  div.style.backgroundImage = 'url(chrome://favicon/' + url + ')';
  div.style.backgroundImage = `url("chrome://favicon/${url}")`;
  div.innerHTML = "<img src='chrome://favicon/" + tab.url + "'>" + '<b>' + tab.title + '</b>';
}
