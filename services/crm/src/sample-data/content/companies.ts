export interface SampleCompany {
  name: string;
  industry: string;
  size: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
}

/** name | industry | size | street | postal code | city | country */
const lines = `
Nordwind Logistik | Logistics | 201-1000 | Speicherstraße 14 | 20457 | Hamburg | DE
Bergmann Maschinenbau | Manufacturing | 201-1000 | Industriestraße 88 | 70565 | Stuttgart | DE
Sonnenfeld Energie | Energy | 51-200 | Solarallee 3 | 04109 | Leipzig | DE
Havelland Bio | Food and drink | 11-50 | Dorfstraße 21 | 14641 | Nauen | DE
Kranich Software | Software | 11-50 | Torstraße 140 | 10119 | Berlin | DE
Müller & Söhne Bau | Construction | 51-200 | Ziegelweg 7 | 90402 | Nürnberg | DE
Rheinblick Kliniken | Health care | 1001+ | Uferstraße 1 | 50668 | Köln | DE
Silberbach Optik | Retail | 11-50 | Markt 12 | 99084 | Erfurt | DE
Taunus Treuhand | Finance | 51-200 | Bockenheimer Landstraße 60 | 60323 | Frankfurt am Main | DE
Elbtal Keramik | Manufacturing | 51-200 | Töpfergasse 4 | 01662 | Meißen | DE
Grünspecht Möbel | Retail | 11-50 | Lindenstraße 33 | 48143 | Münster | DE
Alpenrose Hotels | Travel | 201-1000 | Seeweg 9 | 83684 | Tegernsee | DE
Isar Robotics | Manufacturing | 51-200 | Lichtenbergstraße 8 | 85748 | Garching | DE
Förde Schiffstechnik | Manufacturing | 201-1000 | Werftstraße 112 | 24143 | Kiel | DE
Pfefferminz Verlag | Media | 11-50 | Buchgasse 5 | 69117 | Heidelberg | DE
Ostsee Fährdienst | Transport | 201-1000 | Am Seehafen 2 | 18147 | Rostock | DE
Harbour & Vale | Consulting | 51-200 | 41 Threadneedle Street | EC2R 8AP | London | GB
Pennine Outdoor | Retail | 51-200 | 17 Deansgate | M3 2BA | Manchester | GB
Cobalt Lane Studios | Media | 11-50 | 9 Redchurch Street | E2 7DP | London | GB
Thistle Biologics | Health care | 201-1000 | 3 Little France Drive | EH16 4UX | Edinburgh | GB
Albion Freight | Logistics | 201-1000 | Dock Road 55 | CF10 4LY | Cardiff | GB
Oakhurst Schools | Education | 201-1000 | 28 College Green | BS1 5TB | Bristol | GB
Merlin Payments | Finance | 51-200 | 2 Finsbury Square | EC2A 1AE | London | GB
Severn Craft Brewing | Food and drink | 11-50 | 6 Old Mill Lane | GL1 2ED | Gloucester | GB
Larkfield Homes | Real estate | 51-200 | 70 Park Row | LS1 5JD | Leeds | GB
Blue Mesa Analytics | Software | 51-200 | 1601 Wynkoop Street | 80202 | Denver | US
Prairie Grain Partners | Agriculture | 201-1000 | 220 South 6th Street | 55402 | Minneapolis | US
Lighthouse Pediatrics | Health care | 51-200 | 88 Commercial Street | 04101 | Portland | US
Redwood Supply | Wholesale | 201-1000 | 455 Market Street | 94105 | San Francisco | US
Copper Canyon Solar | Energy | 51-200 | 3100 East Speedway | 85716 | Tucson | US
Hudson & Pike Legal | Legal | 51-200 | 120 Broadway | 10271 | New York | US
Magnolia Hospitality | Travel | 201-1000 | 610 Poydras Street | 70130 | New Orleans | US
Great Lakes Tooling | Manufacturing | 201-1000 | 1900 West Fort Street | 48216 | Detroit | US
Juniper Trail Apparel | Retail | 11-50 | 714 Main Street | 59715 | Bozeman | US
Signal Peak Security | Software | 51-200 | 2500 Westlake Avenue | 98109 | Seattle | US
Cypress Insurance Group | Insurance | 1001+ | 300 Peachtree Street | 30308 | Atlanta | US
Lone Star Drilling Services | Energy | 201-1000 | 1400 Smith Street | 77002 | Houston | US
Atelier Marchand | Design | 11-50 | 12 rue de Turenne | 75004 | Paris | FR
Boulangeries du Midi | Food and drink | 51-200 | 48 rue d'Alsace | 31000 | Toulouse | FR
Loire Valorisation | Environment | 51-200 | 5 quai de la Fosse | 44000 | Nantes | FR
Cévennes Textiles | Manufacturing | 51-200 | 21 avenue Feuchères | 30000 | Nîmes | FR
Rivage Assurances | Insurance | 201-1000 | 90 boulevard Haussmann | 75008 | Paris | FR
Mistral Aéro | Aerospace | 201-1000 | 3 chemin du Vol à Voile | 13127 | Vitrolles | FR
Vignobles Castelnau | Food and drink | 11-50 | 7 allée des Tilleuls | 33180 | Pauillac | FR
Fjällräven Data | Software | 11-50 | Storgatan 8 | 903 26 | Umeå | SE
Östersund Timmer | Forestry | 51-200 | Sågverksgränd 2 | 831 41 | Östersund | SE
Mälaren Marin | Transport | 51-200 | Strandvägen 31 | 114 56 | Stockholm | SE
Nordljus Design | Design | 1-10 | Vallgatan 15 | 411 16 | Göteborg | SE
Skåne Livs | Wholesale | 201-1000 | Hamngatan 4 | 211 22 | Malmö | SE
Matterhorn Präzision | Manufacturing | 51-200 | Bahnhofstrasse 19 | 2502 | Biel | CH
Helvetia Pharma Logistik | Logistics | 201-1000 | Hafenstrasse 6 | 4057 | Basel | CH
Lac Léman Gestion | Finance | 51-200 | Rue du Rhône 44 | 1204 | Genève | CH
Säntis Käserei | Food and drink | 11-50 | Dorfplatz 1 | 9050 | Appenzell | CH
Gotthard Ingenieure | Construction | 51-200 | Schöllenenweg 3 | 6460 | Altdorf | CH
Sakura Instruments | Manufacturing | 201-1000 | 2-5-1 Kyobashi | 104-0031 | Tokyo | JP
Kamogawa Print | Media | 11-50 | 87 Kiyamachi-dori | 604-8001 | Kyoto | JP
Hakodate Seafoods | Food and drink | 51-200 | 9-19 Wakamatsu-cho | 040-0063 | Hakodate | JP
Aoyama Learning | Education | 51-200 | 3-11-13 Kita-Aoyama | 107-0061 | Tokyo | JP
Southern Cross Mining Services | Mining | 201-1000 | 77 St Georges Terrace | 6000 | Perth | AU
Coral Bay Diving | Travel | 1-10 | 4 Esplanade | 4870 | Cairns | AU
`;

export const sampleCompanies: readonly SampleCompany[] = lines.trim().split('\n').map((line) => {
  const [name = '', industry = '', size = '', street = '', postalCode = '', city = '', country = ''] = line.split(' | ');
  return { name, industry, size, street, postalCode, city, country };
});
