"""What each word means that a writer can choose from a list."""

from __future__ import annotations

MEANINGS: dict[str, str] = {
    # status of a document
    "concept": "Nog niet vastgesteld; op elke bladzijde staat dat het een concept is.",
    "vastgesteld": "De inhoud ligt vast; het stuk kan de deur uit.",
    "verzonden": "Het stuk is verstuurd en verandert niet meer.",
    # money
    "gedekt": "Het hele bedrag is beschikbaar.",
    "deels gedekt": "Een deel is beschikbaar; de rest moet nog worden gevonden.",
    "ongedekt": "Er is nog geen geld voor.",
    "geen middelen nodig": "Er is geen apart geld nodig; noem dan ook geen bedrag.",
    # status of an afspraak, and how a kans stands
    "voorgenomen": "Afgesproken, nog niet begonnen.",
    "gestart": "Begonnen.",
    "op schema": "Loopt volgens de planning.",
    "aandacht nodig": "Loopt, maar er dreigt vertraging.",
    "vertraagd": "Loopt achter op de planning.",
    "gereed": "Klaar.",
    "vervallen": "Gaat niet door.",
    "nog niet gestart": "Nog niet begonnen.",
    # kinds of afspraak
    "inspanning": "Regio en Rijk doen hun best; de uitkomst staat niet vast.",
    "resultaat": "Regio en Rijk spreken af wat er klaar is.",
    "onderzoek": "Eerst wordt uitgezocht wat kan en nodig is.",
    "proces": "Afgesproken is hoe regio en Rijk samenwerken.",
    # outcome
    "agenda": "Regio en Rijk maken samen een strategische agenda.",
    "op weg naar een agenda": "Regio en Rijk werken toe naar een agenda.",
    "geen meerwaarde": "Een agenda voegt nu niets toe; dat staat in het document, met de reden.",
    # phase of a region
    "beginnend": "Partijen zoeken elkaar op.",
    "visievorming": "De regio werkt aan een gezamenlijke visie.",
    "uitvoering": "De regio voert een vastgestelde agenda uit.",
    "bestaand": "De samenwerking is er al.",
    # vision
    "breed": "De visie gaat over alle grote onderwerpen.",
    "thematisch": "De visie gaat over enkele onderwerpen.",
    "geen": "Er is geen.",
    "onbekend": "Nog niet bekend.",
    # running programmes
    "gegeven": "De agenda neemt het traject zoals het is.",
    "aansluiten": "De agenda sluit erop aan.",
    "versterken": "De agenda versterkt het traject.",
    "novex": "NOVEX-gebied.",
    "npvr": "Nationaal Programma Vitale Regio's.",
    "nplv": "Nationaal Programma Leefbaarheid en Veiligheid.",
    "regio-deal": "Regio Deal.",
    "ruimtelijk-arrangement": "Ruimtelijk arrangement van Rijk en provincie.",
    "gebiedsgericht": "Gebiedsgerichte aanpak van het Rijk.",
    "overlegtafel": "Vast overleg van Rijk en regio.",
    "overig": "Een ander traject.",
    # parties
    "gemeente": "Een gemeente.",
    "provincie": "Een provincie.",
    "waterschap": "Een waterschap.",
    "samenwerkingsverband": "Een samenwerking van gemeenten of andere partijen.",
    "onderwijs": "Een school of een samenwerking van scholen.",
    "bedrijfsleven": "Een bedrijf of een vereniging van bedrijven.",
    "maatschappelijk": "Een maatschappelijke organisatie.",
    # letters
    "kamerbrief": "Een brief aan de Kamer of een ander, over één onderwerp.",
    "voortgangsbrief": "Een brief die de voortgang van de regio's verzamelt.",
    "tweede": "De Tweede Kamer der Staten-Generaal.",
    "eerste": "De Eerste Kamer der Staten-Generaal.",
    "bijlage": "Een gewone bijlage.",
    "beslisnota": "De nota die bij elke Kamerbrief openbaar wordt.",
    "stand-van-zaken": "Het programma maakt het overzicht per regio.",
    "voldaan": "De toezegging is nagekomen.",
    "deels voldaan": "Een deel is nagekomen; de tekst zegt wat nog volgt.",
    "openstaand": "De toezegging wordt later nagekomen.",
    "afgedaan": "De motie is uitgevoerd.",
    "in behandeling": "Aan de motie wordt gewerkt.",
    "cs": "Er zijn meer indieners dan hier staan (c.s.).",
    # rules of language
    "fout": "De regel houdt het document tegen.",
    "waarschuwing": "De regel meldt, en houdt niets tegen.",
    "uit": "De regel wordt niet toegepast.",
    # yes and no
    "ja": "Ja.",
    "nee": "Nee.",
}
