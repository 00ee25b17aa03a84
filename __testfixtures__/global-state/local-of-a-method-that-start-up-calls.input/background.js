var login = Login.init({url: 'https://login.example/'});
