var reminder = setTimeout(function () {
  window.close();
}, 5000);
