package sluice.local.sites.sample;

import java.util.List;

/** The words that generated adverts are made of: technologies, cities and roles are real, companies are invented. */
public final class Words {
  /** A kind of work, what it is called on an advert, and the technologies that such adverts ask for. */
  public record Role(String title, String category, List<String> technologies) {}

  public record City(String name, String url, String province, double latitude, double longitude) {}

  public static final List<Role> DATA_ROLES = List.of(
      new Role("Data Engineer", "data", List.of("Python", "SQL", "AWS", "Airflow", "dbt", "Spark", "Kafka", "Snowflake", "Terraform", "BigQuery", "Docker")),
      new Role("Analytics Engineer", "data", List.of("dbt", "SQL", "Snowflake", "Looker", "Python", "BigQuery", "Git")),
      new Role("Data Analyst", "data", List.of("SQL", "Power BI", "Tableau", "Excel", "Python", "Looker")),
      new Role("Data Scientist", "data", List.of("Python", "R", "SQL", "PyTorch", "Pandas", "scikit-learn", "Spark")),
      new Role("Machine Learning Engineer", "data", List.of("Python", "PyTorch", "TensorFlow", "Kubernetes", "AWS", "MLflow", "Docker")),
      new Role("BI Developer", "data", List.of("Power BI", "T-SQL", "SSIS", "Azure", "SQL", "C#/.NET")),
      new Role("Data Platform Engineer", "data", List.of("Kubernetes", "Terraform", "AWS", "Kafka", "Java", "Scala", "Trino")),
      new Role("Database Administrator", "data", List.of("PostgreSQL", "Oracle", "SQL Server", "Linux", "MySQL")),
      new Role("Data Architect", "data", List.of("Azure", "Databricks", "Snowflake", "SQL", "Kafka")));

  public static final List<Role> SOFTWARE_ROLES = List.of(
      new Role("Java Developer", "backend", List.of("Java", "Spring", "Kafka", "PostgreSQL", "Docker", "AWS", "Hibernate")),
      new Role("Data Engineer", "data", List.of("Python", "SQL", "Airflow", "dbt", "Spark", "AWS", "Snowflake", "Databricks")),
      new Role("PHP Developer", "backend", List.of("PHP", "Symfony", "SQL", "Laravel", "Docker")),
      new Role("Python Developer", "backend", List.of("Python", "Django", "FastAPI", "PostgreSQL", "AWS")),
      new Role("Frontend Developer", "frontend", List.of("React", "TypeScript", "JavaScript", "Next.js", "CSS")),
      new Role("Fullstack Developer", "fullstack", List.of(".NET", "Angular", "React", "Node.js", "TypeScript", "SQL")),
      new Role("DevOps Engineer", "devops", List.of("Kubernetes", "Terraform", "AWS", "Azure", "Docker", "Linux")),
      new Role("Test Automation Engineer", "testing", List.of("Selenium", "Java", "Python", "Playwright", "Jenkins")),
      new Role("Data Scientist", "data", List.of("Python", "R", "SQL", "PyTorch", "Pandas")),
      new Role("Golang Developer", "backend", List.of("Golang", "Kubernetes", "gRPC", "PostgreSQL")));

  public static final List<String> BRITISH_CITIES = List.of("London", "London", "London", "London", "Manchester", "Manchester", "Bristol",
      "Leeds", "Edinburgh", "Birmingham", "Cambridge", "Glasgow", "Reading", "Newcastle upon Tyne", "Cardiff", "Oxford", "Belfast",
      "Nottingham", "Brighton", "Stoke-on-Trent");

  public static final List<City> POLISH_CITIES = List.of(
      new City("Warszawa", "warszawa", "masovian", 52.2296756, 21.0122287),
      new City("Kraków", "krakow", "lesser-poland", 50.0646501, 19.9449799),
      new City("Wrocław", "wroclaw", "lower-silesian", 51.1078852, 17.0385376),
      new City("Gdańsk", "gdansk", "pomeranian", 54.3520252, 18.6466384),
      new City("Poznań", "poznan", "greater-poland", 52.4063740, 16.9251681),
      new City("Łódź", "lodz", "lodz", 51.7592485, 19.4559833),
      new City("Katowice", "katowice", "silesian", 50.2648919, 19.0237815),
      new City("Rzeszów", "rzeszow", "subcarpathian", 50.0411867, 21.9991196),
      new City("Lublin", "lublin", "lublin", 51.2464536, 22.5684463));

  public static final List<String> PROVINCES = List.of("lower-silesian", "kuyavian-pomeranian", "lodz", "lublin", "lubusz", "masovian",
      "opole", "subcarpathian", "podlaskie", "pomeranian", "holy-cross", "warmian-masurian", "greater-poland", "west-pomeranian",
      "lesser-poland", "silesian");

  private static final List<String> FIRST = List.of("Amber", "Birch", "Cobalt", "Dovetail", "Ember", "Fernhill", "Granary", "Heron", "Inkwell",
      "Juniper", "Kestrel", "Lantern", "Millrace", "Northfold", "Otter", "Pinnace", "Quillon", "Rowan", "Saltmarsh", "Tern", "Umbra",
      "Vellum", "Wherry", "Yarrow", "Zephyr");
  private static final List<String> SECOND = List.of("Analytics", "Labs", "Systems", "Data", "Software", "Digital", "Works", "Cloud",
      "Technologies", "& Daughters", "Group", "Studio");
  private static final List<String> FORM = List.of("", "", " Ltd", " Sp. z o.o.", " S.A.", " GmbH", " plc");

  private Words() {}

  static String company(Draw draw) {
    return draw.of(FIRST) + " " + draw.of(SECOND) + draw.of(FORM);
  }
}
