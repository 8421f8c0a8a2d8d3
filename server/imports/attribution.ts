/** What the licences of the postcode files NSPL and ONSPD ask to be shown wherever a place was found by them. */
export const attribution =
  "Contains OS data © Crown copyright and database right 2025. " +
  "Contains Royal Mail data © Royal Mail copyright and database right 2025. " +
  "Source: Office for National Statistics licensed under the Open Government Licence v3.0.";
