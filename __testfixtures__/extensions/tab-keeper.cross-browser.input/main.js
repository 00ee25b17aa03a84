const keeper = new Keeper();
keeper.listen();
