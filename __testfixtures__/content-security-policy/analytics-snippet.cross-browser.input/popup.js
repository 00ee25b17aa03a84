(function () {
  var ga = document.createElement('script');
  ga.async = true;
  ga.src = 'https://ssl.google-analytics.com/ga.js';
  document.head.appendChild(ga);
})();
