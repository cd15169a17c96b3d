package sluice.local.sites.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sluice.local.sites.web.Json;

/** Where an invented posting is: often "Remote" without a country first, then an office, then every province by name only. */
final class PostingPlaces {
  private PostingPlaces() {}

  static ObjectNode location(Draw draw, String slug, Words.City city, boolean remote) {
    ObjectNode location = Json.MAPPER.createObjectNode();
    ArrayNode places = location.putArray("places");
    if (remote) {
      places.addObject().put("city", "Remote").put("url", slug + "-remote");
    }
    if (!remote || draw.chance(40)) {
      office(draw, places, slug, city);
    }
    if (remote && draw.chance(60)) {
      Words.PROVINCES.forEach(province -> country(places.addObject()).put("province", province)
          .put("url", slug + "-" + province).put("provinceOnly", true));
    }
    location.put("fullyRemote", remote).put("covidTimeRemotely", false);
    if (!draw.chance(1)) {
      location.put("hybridDesc", remote ? "" : "2 days a week in the office");
    }
    return location;
  }

  private static void office(Draw draw, ArrayNode places, String slug, Words.City city) {
    ObjectNode office = country(places.addObject()).put("city", city.name()).put("street", "Rynek " + draw.between(1, 60))
        .put("postalCode", "%02d-%03d".formatted(draw.between(0, 99), draw.between(0, 999)));
    if (draw.chance(60)) {
      office.putObject("geoLocation").put("latitude", city.latitude()).put("longitude", city.longitude());
    }
    office.put("url", slug + "-" + city.url());
  }

  private static ObjectNode country(ObjectNode place) {
    place.putObject("country").put("code", "POL").put("name", "Poland");
    return place;
  }
}
