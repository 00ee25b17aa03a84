Login.init({url: 'https://login.example/'}).open();
